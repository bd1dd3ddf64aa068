// The contracts are what institutions build on: they stay well-formed, and a published message only gains fields.
// Published = tests/contracts/published/contracts.json, renewed on purpose with `npm run publish-contracts`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const proto = join(here, "../../proto");
const published = join(here, "published/contracts.json");
let draft;

before(() => { draft = mkdtempSync(join(tmpdir(), "reseau-contracts-")); });
after(() => rmSync(draft, { recursive: true, force: true }));

/** Runs buf; offline, for the contracts depend on nothing outside the folder. */
function buf(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, "node_modules/@bufbuild/buf/bin/buf"), ...args], { encoding: "utf8" });
  return { status, text: `${stdout}${stderr}` };
}

/** What `buf breaking` says once a file of the contracts is changed. */
function breakingAfter(name, file, change) {
  const copy = join(draft, name);
  cpSync(proto, copy, { recursive: true, filter: source => !/\/(bin|obj)(\/|$)/.test(source) });
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  const changed = change(before);
  assert.notEqual(changed, before, "the change did not touch the file: adapt the test to the contract");
  writeFileSync(path, changed);
  return buf("breaking", copy, "--against", published);
}

test("The contracts follow the lint rules", () => {
  const { status, text } = buf("lint", proto);
  assert.equal(status, 0, text);
});

test("Nothing published is broken", () => {
  const { status, text } = buf("breaking", proto, "--against", published);
  assert.equal(status, 0, text);
});

test("The published image holds every service that institutions call", () => {
  const image = JSON.parse(readFileSync(published, "utf8"));
  const services = image.file.flatMap(file => (file.service ?? []).map(service => `${file.package}.${service.name}`));
  for (const name of [
    "reseau.partners.v1.PartnersService", "reseau.referrals.v1.ReferralsService", "reseau.events.v1.LogService",
    "reseau.conventions.v1.ConventionsService", "reseau.conventions.v1.TemplatesService", "reseau.conventions.v1.BodiesService", "reseau.conventions.v1.PoliciesService",
  ])
    assert.ok(services.includes(name), `${name} is not published`);
});

test("A renumbered field is refused", () => {
  const { status, text } = breakingAfter("renumbered", "reseau/referrals/v1/referrals.proto",
    contract => contract.replace("string referrer_contact = 15;", "string referrer_contact = 99;"));
  assert.notEqual(status, 0);
  assert.match(text, /field "15" with name "referrer_contact"/);
});

test("A removed method is refused", () => {
  const { status, text } = breakingAfter("removed", "reseau/referrals/v1/referrals.proto",
    contract => contract.replace(/rpc MarkNoShow\([\s\S]*?\n {2}}\n/, ""));
  assert.notEqual(status, 0);
  assert.match(text, /MarkNoShow/);
});

test("A field of another type is refused", () => {
  const { status, text } = breakingAfter("retyped", "reseau/events/v1/events.proto",
    contract => contract.replace("int64 previous_position = 3;", "string previous_position = 3;"));
  assert.notEqual(status, 0);
  assert.match(text, /previous_position/);
});

test("A new field is welcome", () => {
  const { status, text } = breakingAfter("grown", "reseau/referrals/v1/referrals.proto",
    contract => contract.replace("string referrer_contact = 15;", "string referrer_contact = 15;\n  // A field of tomorrow.\n  string tomorrow = 199;"));
  assert.equal(status, 0, text);
});
