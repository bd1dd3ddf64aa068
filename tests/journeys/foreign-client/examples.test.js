// The examples of proto/examples, run as an institution would: a process, its environment, what it writes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { newId, signIn, startNetwork } from "./network.js";

const examples = fileURLToPath(new URL("../../../proto/examples/", import.meta.url));
let network, caf;

before(async () => {
  network = await startNetwork();
  caf = await signIn(network, "si-caf-35");
});

after(async () => {
  caf?.close();
  await network?.stop();
});

test("The example in Node refers a person and hears the answer", () => refers("node", join(examples, "node/refer.js")));

test("The example in C# refers a person and hears the answer", () => refers("dotnet", built()));

async function refers(command, program) {
  const lines = [];
  const example = spawn(command, [program], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      RESEAU_TOKEN_URL: `${network.web}/realms/reseau/protocol/openid-connect/token`,
      RESEAU_GRPC_URL: `http://${network.grpc}`,
      RESEAU_CLIENT_ID: "si-ccas-rennes",
      RESEAU_CLIENT_SECRET: "demo-si-ccas-rennes",
      RESEAU_SEARCH: "CAF",
    },
  });
  const ended = new Promise(end => example.once("exit", end));
  for await (const line of createInterface({ input: example.stdout })) {
    lines.push(line);
    if (line.startsWith("sent ")) await acceptAs(line.slice("sent ".length));
  }

  assert.equal(await ended, 0);
  assert.match(lines[0], /^service services\//);
  assert.equal(lines.at(-1), "answered ACCEPTED");
}

// First a sign of life, which is not an answer.
async function acceptAs(name) {
  await caf.referrals("acknowledgeReferral", { name, requestId: newId() });
  await caf.referrals("acceptReferral", { name, requestId: newId() });
}

function built() {
  const bin = join(examples, "csharp/bin");
  const folders = readdirSync(bin).flatMap(configuration => readdirSync(join(bin, configuration)).map(name => join(bin, configuration, name)));
  return folders.map(folder => join(folder, "Reseau.Example.dll")).find(existsSync);
}
