// Refers a person to a service and waits for the answer:
//  1. a token, by client credentials;
//  2. a service that takes referrals;
//  3. the referral, with a request id that a retry uses again;
//  4. the stream of changes, resumed after the last cursor whenever it breaks, until somebody has answered.
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import protoLoader from "@grpc/proto-loader";

const pause = () => new Promise(soon => setTimeout(soon, 500));
const contracts = grpc.loadPackageDefinition(protoLoader.loadSync(
  ["reseau/partners/v1/partners.proto", "reseau/referrals/v1/referrals.proto"],
  { includeDirs: [fileURLToPath(new URL("../../", import.meta.url))], longs: Number, enums: String, defaults: true, oneofs: true })).reseau;

const required = name => process.env[name] ?? (() => { throw new Error(`Set ${name}: see proto/examples/README.md.`); })();

// 1. It holds for some minutes: a program that runs for longer asks again before it ends.
const answer = await fetch(required("RESEAU_TOKEN_URL"), {
  method: "POST",
  body: new URLSearchParams({ grant_type: "client_credentials", client_id: required("RESEAU_CLIENT_ID"), client_secret: required("RESEAU_CLIENT_SECRET") }),
});
if (!answer.ok) throw new Error(`No token: ${answer.status}`);
const metadata = new grpc.Metadata();
metadata.set("authorization", `Bearer ${(await answer.json()).access_token}`);

const address = new URL(required("RESEAU_GRPC_URL"));
const credentials = address.protocol === "https:" ? grpc.credentials.createSsl() : grpc.credentials.createInsecure();
const partners = new contracts.partners.v1.PartnersService(address.host, credentials);
const referrals = new contracts.referrals.v1.ReferralsService(address.host, credentials);
const call = (client, method, request) => new Promise((done, failed) =>
  client[method](request, metadata, { deadline: Date.now() + 20_000 }, (error, result) => error ? failed(error) : done(result)));

// 2.
const { hits } = await call(partners, "searchServices", { text: required("RESEAU_SEARCH"), acceptsReferralsOnly: true });
if (hits.length === 0) throw new Error("No service answers this search.");
const { service } = hits[0];
console.log(`service ${service.name} ${service.displayName}`);

// Where the stream stands before anything is sent: the answer cannot come before it is listened for.
let cursor = await follow("now", message => message.cursor);

// 3. The same request id each time: had the first one arrived, the next answers its result.
const request = {
  requestId: randomUUID(),
  referral: {
    service: service.name,
    theme: service.themes[0],
    need: "Ne parvient pas à déclarer ses ressources en ligne.",
    referrerContact: "Accueil, 02 61 91 00 01",
    beneficiary: { givenName: "Maëlle", familyName: "Exemple", phone: "02 61 91 00 02" },
    consent: { given: true, channel: "CHANNEL_PAPER", scanReference: "GED 2026-0123" },
  },
};
// NOT_FOUND: a service that was just published is still making its way.
const passing = [grpc.status.UNAVAILABLE, grpc.status.DEADLINE_EXCEEDED, grpc.status.NOT_FOUND];
let sent;
for (let patience = 40; !sent; patience--) {
  try {
    sent = await call(referrals, "submitReferral", request);
  } catch (error) {
    if (!passing.includes(error.code) || patience === 0) throw error;
    await pause();
  }
}
console.log(`sent ${sent.name}`);

// 4.
for (let state; !state;) {
  try {
    state = await follow(cursor, message => {
      const { change } = message;
      if (change?.stream === sent.name && change.referralMoved && change.referralMoved.toState !== "ACKNOWLEDGED") return change.referralMoved.toState;
      // What was handled is never seen again.
      cursor = message.cursor;
    });
    console.log(`answered ${state}`);
  } catch (error) {
    if (![grpc.status.UNAVAILABLE, grpc.status.CANCELLED].includes(error.code)) throw error;
    await pause();
  }
}
partners.close();
referrals.close();

/** Reads the stream after a cursor until something is found in a message. */
function follow(after, find) {
  return new Promise((done, failed) => {
    const stream = referrals.watchReferrals({ cursor: after }, metadata);
    stream.on("data", message => {
      const found = find(message);
      if (found === undefined) return;
      done(found);
      stream.cancel();
    });
    stream.on("error", failed);
    stream.on("end", () => failed(Object.assign(new Error("the stream ended"), { code: grpc.status.UNAVAILABLE })));
  });
}
