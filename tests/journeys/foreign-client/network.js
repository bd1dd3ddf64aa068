// The local edition in a process of its own, and what an information system in Node needs to call it.
import { spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import protoLoader from "@grpc/proto-loader";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const patience = 60_000;

const contracts = grpc.loadPackageDefinition(protoLoader.loadSync(
  ["reseau/partners/v1/partners.proto", "reseau/referrals/v1/referrals.proto", "reseau/conventions/v1/conventions.proto", "reseau/conventions/v1/policies.proto",
    "reseau/training/v1/professionals.proto", "reseau/training/v1/courses.proto", "reseau/training/v1/sessions.proto", "google/rpc/status.proto", "google/rpc/error_details.proto"],
  { includeDirs: [join(root, "proto")], keepCase: false, longs: Number, enums: String, defaults: true, oneofs: true })).reseau;

const details = protoLoader.loadSync(["google/rpc/status.proto", "google/rpc/error_details.proto"],
  { includeDirs: [join(root, "proto")], longs: Number, defaults: true });

/** Starts the local edition; RESEAU_WEB_URL and RESEAU_GRPC_ADDRESS name one that runs already. */
export async function startNetwork() {
  if (process.env.RESEAU_WEB_URL) return { web: process.env.RESEAU_WEB_URL, grpc: process.env.RESEAU_GRPC_ADDRESS, stop: () => {} };

  const data = mkdtempSync(join(tmpdir(), "reseau-foreign-"));
  const [web, port] = await Promise.all([freePort(), freePort()]);
  const edition = spawn("dotnet", [program(), "--data", data, "--web", web, "--grpc", port], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((ready, failed) => {
    const timer = setTimeout(() => failed(new Error("the local edition is not ready")), patience);
    edition.once("exit", code => failed(new Error(`the local edition ended with ${code}`)));
    createInterface({ input: edition.stdout }).on("line", line => {
      if (!line.startsWith("Réseau is ready")) return;
      clearTimeout(timer);
      ready();
    });
  });
  return {
    web: `http://localhost:${web}`,
    grpc: `127.0.0.1:${port}`,
    stop: async () => {
      const ended = new Promise(end => edition.once("exit", end));
      edition.kill();
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** An institution's information system, signed in with its client id and secret. */
export async function signIn(network, clientId) {
  const answer = await fetch(`${network.web}/realms/reseau/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({ grant_type: "client_credentials", client_id: clientId, client_secret: `demo-${clientId}` }),
  });
  if (!answer.ok) throw new Error(`${clientId} cannot sign in: ${answer.status}`);
  return party(network, (await answer.json()).access_token);
}

/** Somebody who calls with a token, or without. */
export function party(network, token) {
  const metadata = new grpc.Metadata();
  if (token) metadata.set("authorization", `Bearer ${token}`);
  const insecure = grpc.credentials.createInsecure();
  const referrals = new contracts.referrals.v1.ReferralsService(network.grpc, insecure);
  const partners = new contracts.partners.v1.PartnersService(network.grpc, insecure);
  const { ConventionsService, PoliciesService } = contracts.conventions.v1;
  const { ProfessionalsService, CoursesService, SessionsService } = contracts.training.v1;
  const [conventions, policies, professionals, courses, sessions] =
    [ConventionsService, PoliciesService, ProfessionalsService, CoursesService, SessionsService].map(Service => new Service(network.grpc, insecure));
  const call = client => (method, request) => new Promise((done, failed) => {
    client[method](request, metadata, { deadline: Date.now() + 20_000 }, (error, answer) => error ? failed(error) : done(answer));
  });
  return {
    partners: call(partners),
    referrals: call(referrals),
    conventions: call(conventions),
    policies: call(policies),
    professionals: call(professionals),
    courses: call(courses),
    sessions: call(sessions),
    /** A convention's document, whole, with the hash that came before its bytes. */
    document: async name => {
      const pieces = [];
      let sha256 = "";
      for await (const piece of conventions.downloadDocument({ name }, metadata)) {
        sha256 ||= piece.sha256;
        pieces.push(piece.data);
      }
      return { sha256, bytes: Buffer.concat(pieces) };
    },
    watch: cursor => referrals.watchReferrals({ cursor }, metadata),
    close: () => [referrals, partners, conventions, policies, professionals, courses, sessions].forEach(client => client.close()),
  };
}

/** The details of a refusal: ErrorInfo, BadRequest and LocalizedMessage by short name. */
export function detailsOf(error) {
  const [bytes] = error.metadata.get("grpc-status-details-bin");
  const status = details["google.rpc.Status"].deserialize(bytes);
  return Object.fromEntries(status.details.map(any => {
    const name = any.type_url ?? any.typeUrl;
    const full = name.slice(name.lastIndexOf("/") + 1);
    return [full.slice(full.lastIndexOf(".") + 1), details[full].deserialize(any.value)];
  }));
}

export const newId = () => randomUUID();

function program() {
  const bin = join(root, "deploy/local/bin");
  const framework = readdirSync(bin).flatMap(configuration => readdirSync(join(bin, configuration)).map(name => join(bin, configuration, name)))[0];
  return join(framework, "Reseau.Local.dll");
}

// Below the ports that the system gives to connections that leave: between being found and being listened on, nobody else gets it.
function freePort() {
  const port = randomInt(12_000, 30_000);
  return new Promise(found => {
    const server = createServer().once("error", () => found(freePort())).listen(port, "127.0.0.1", () => server.close(() => found(String(port))));
  });
}
