-- One database per service, and one for Keycloak; "shared" (state of Dapr) is made by the image itself.
CREATE DATABASE partners;
CREATE DATABASE referrals;
CREATE DATABASE conventions;
CREATE DATABASE training;
CREATE DATABASE keycloak;
