// The server of the tests behaves as one of the Internet does, seen by a mail program that is not ours.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { createInterface } from "node:readline";
import nodemailer from "nodemailer";

let server, lines, mailer;

const next = async () => JSON.parse((await lines.next()).value);
const mail = to => ({ from: "a@example.invalid", to, subject: "Bonjour", text: "Une ligne." });

before(async () => {
  server = spawn(process.execPath, ["mail-server.js"], { cwd: import.meta.dirname, stdio: ["pipe", "pipe", "inherit"] });
  lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
  const { port } = await next();
  mailer = nodemailer.createTransport({ host: "127.0.0.1", port, secure: false });
});

after(() => server.stdin.end());

test("what is sent is handed over whole, with its envelope", async () => {
  await mailer.sendMail(mail("claire@example.invalid"));

  const received = await next();
  assert.deepEqual([received.from, received.to], ["a@example.invalid", ["claire@example.invalid"]]);
  assert.match(received.raw, /^Subject: Bonjour$/m);
  assert.match(received.raw, /Une ligne\./);
});

test("an unknown mailbox is refused for good, a full one for now", async () => {
  await assert.rejects(mailer.sendMail(mail("inconnu@example.invalid")), { responseCode: 550 });
  await assert.rejects(mailer.sendMail(mail("plein@example.invalid")), { responseCode: 452 });
});
