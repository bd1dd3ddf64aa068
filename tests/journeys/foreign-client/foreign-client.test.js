// Réseau from another language: nothing but proto/, a client id and its secret.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import grpc from "@grpc/grpc-js";
import { detailsOf, newId, party, signIn, startNetwork } from "./network.js";

let network, ccas, caf, service;

before(async () => {
  network = await startNetwork();
  [ccas, caf] = await Promise.all([signIn(network, "si-ccas-rennes"), signIn(network, "si-caf-35")]);
  const { communes } = await ccas.partners("suggestCommunes", { text: "Rennes" });
  const { hits } = await ccas.partners("searchServices", { text: "CAF", commune: communes[0].inseeCode, acceptsReferralsOnly: true, pageSize: 200 });
  service = hits.find(hit => hit.service.institution === "institutions/caf-35").service;
});

after(async () => {
  ccas?.close();
  caf?.close();
  await network?.stop();
});

const submission = () => ({
  requestId: newId(),
  referral: {
    service: service.name,
    theme: service.themes[0],
    need: "Ne parvient pas à déclarer ses ressources en ligne.",
    beneficiary: { givenName: "Maëlle", familyName: "Exemple", phone: "02 61 91 00 02" },
    consent: { given: true, channel: "CHANNEL_PAPER", scanReference: "GED-2026-118" },
  },
});

/** Right after the first start the referral service may still be learning what the directory holds. */
async function submit(request) {
  for (const until = Date.now() + 20_000; ;) {
    try {
      return await ccas.referrals("submitReferral", request);
    } catch (error) {
      if (error.code !== grpc.status.NOT_FOUND || Date.now() > until) throw error;
      await new Promise(soon => setTimeout(soon, 100));
    }
  }
}

/** Waits for a message of a stream. */
const message = (stream, wanted) => new Promise((found, failed) => {
  stream.on("data", each => { if (wanted(each)) found(each); });
  stream.on("error", failed);
});

const refusal = promise => promise.then(() => assert.fail("it was not refused"), error => error);

test("The directory answers a search and says why", async () => {
  const { hits, totalSize } = await ccas.partners("searchServices", { text: "déclarer ses ressources", commune: "35238" });

  assert.ok(totalSize > 0);
  assert.ok(hits[0].reasons.every(reason => reason.text.length > 0));
});

test("A referral goes from one institution to the other until the loop is closed, followed on the stream", async () => {
  const watch = ccas.watch("now");
  watch.on("error", error => { if (error.code !== grpc.status.CANCELLED) throw error; });
  await message(watch, () => true);

  const sent = await submit(submission());
  const closed = message(watch, each => each.change?.stream === sent.name && each.change.referralMoved?.toState === "COMPLETED");
  const change = async (method, more = {}) => {
    const { name, etag } = await caf.referrals("getReferral", { name: sent.name });
    return caf.referrals(method, { name, etag, requestId: newId(), ...more });
  };
  await change("acknowledgeReferral");
  await change("acceptReferral", { message: "Nous appelons la personne." });
  await change("scheduleReferral", { appointment: { startTime: { seconds: Math.floor(Date.now() / 1000) + 86_400 }, place: "Accueil" } });
  await change("markAttended");
  await change("completeReferral", { outcome: "OUTCOME_SERVED", autonomy: "AUTONOMY_WITH_THE_PERSON", message: "Droits ouverts." });

  await closed;
  watch.cancel();
  const file = await ccas.referrals("getReferral", { name: sent.name });
  assert.deepEqual(file.timeline.map(entry => entry.state),
    ["STATE_SUBMITTED", "STATE_ACKNOWLEDGED", "STATE_ACCEPTED", "STATE_SCHEDULED", "STATE_IN_PROGRESS", "STATE_COMPLETED"]);
  assert.equal(file.outcome, "OUTCOME_SERVED");
  assert.equal(file.nationalStatus, "NATIONAL_STATUS_VALIDEE");
});

test("A retry with the same request id answers the first result", async () => {
  const request = submission();

  const first = await submit(request);
  const again = await submit(request);

  assert.equal(again.name, first.name);
});

test("A refusal carries its reason, every violation and a French sentence", async () => {
  const request = submission();
  request.referral.need = "";
  request.referral.beneficiary.phone = "12";

  const error = await refusal(ccas.referrals("submitReferral", request));

  assert.equal(error.code, grpc.status.INVALID_ARGUMENT);
  const { ErrorInfo, BadRequest, LocalizedMessage } = detailsOf(error);
  assert.equal(ErrorInfo.reason, "INVALID_REQUEST");
  const violations = BadRequest.fieldViolations;
  assert.deepEqual(violations.map(violation => violation.field).sort(), ["referral.beneficiary.phone", "referral.need"]);
  assert.ok(violations.every(violation => violation.localizedMessage.locale === "fr"));
  assert.match(LocalizedMessage.message, /corriger/);
});

test("Missing consent has its own reason", async () => {
  const request = submission();
  request.referral.consent = { given: false };

  const error = await refusal(ccas.referrals("submitReferral", request));

  assert.equal(error.code, grpc.status.FAILED_PRECONDITION);
  assert.equal(detailsOf(error).ErrorInfo.reason, "CONSENT_MISSING");
});

test("Without a token nothing is answered", async () => {
  const nobody = party(network);

  const error = await refusal(nobody.referrals("listReferrals", {}));

  nobody.close();
  assert.equal(error.code, grpc.status.UNAUTHENTICATED);
  assert.equal(detailsOf(error).ErrorInfo.reason, "UNAUTHENTICATED");
});
