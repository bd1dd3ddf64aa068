// Réseau from another language: nothing but proto/, a client id and its secret.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
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

test("What institutions have signed is read, and is the document byte for byte", async () => {
  const { conventions } = await ccas.conventions("listConventions", { pageSize: 50 });
  const signed = conventions.find(convention => convention.state === "STATE_ACTIVE");

  const document = await ccas.document(signed.name);

  assert.equal(createHash("sha256").update(document.bytes).digest("hex"), document.sha256);
  assert.equal(document.sha256, signed.documentSha256);
  assert.match(document.bytes.subarray(0, 5).toString("latin1"), /^%PDF-$/);
  assert.notEqual((await ccas.policies("getNetwork", {})).mode, "MODE_STRICT");
});

test("An institution plans a session, enrols its people, and who comes too late waits", async () => {
  const course = { name: "courses/systeme-essai", title: "Essai du système", objectives: ["Essayer"], halfDays: 1, modality: "MODALITY_REMOTE", maxSeats: 1 };
  await caf.courses("createCourse", { course, requestId: newId() });
  await caf.courses("publishCourse", { name: course.name, requestId: newId() });
  const begin = Math.floor(Date.now() / 86_400_000 + 30) * 86_400 + 8 * 3_600;
  const { name } = await caf.sessions("createSession", { session: { course: course.name, halfDays: [{ startTime: { seconds: begin }, endTime: { seconds: begin + 3 * 3_600 } }] }, requestId: newId() });
  await caf.sessions("openSession", { name, requestId: newId() });
  const people = [];
  for (const firstName of ["Alix", "Camille"]) people.push(await caf.professionals("createProfessional", { professional: { lastName: "Essai", firstName, function: "FUNCTION_SOCIAL_WORKER" }, requestId: newId() }));

  const enrol = professional => caf.sessions("enrol", { session: name, professional, requestId: newId() });
  const [first, second] = [await enrol(people[0].name), await enrol(people[1].name)];

  assert.deepEqual([first.state, second.state, second.waitingRank], ["STATE_ENROLLED", "STATE_WAITING", 1]);
  await caf.sessions("withdrawEnrolment", { name: first.name, requestId: newId() });
  const { enrolments } = await caf.sessions("listEnrolments", { session: name, states: ["STATE_ENROLLED"] });
  assert.deepEqual(enrolments.map(enrolment => enrolment.professional), [people[1].name]);
  // Somebody else's people are nobody's business.
  const error = await refusal(ccas.sessions("enrol", { session: name, professional: people[0].name, requestId: newId() }));
  assert.equal(detailsOf(error).ErrorInfo.reason, "NOT_ALLOWED");
});
