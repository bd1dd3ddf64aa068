-- One database per service; `shared` holds the state of the sidecars.
CREATE DATABASE partners;
CREATE DATABASE referrals;
CREATE DATABASE conventions;
CREATE DATABASE training;
