// A mail server of this machine that keeps nothing and hands everything over: each message is a line of JSON on standard output.
// It refuses as real ones do: for good what is addressed to "inconnu@…", for now what is addressed to "plein@…".
// Usage: node mail-server.js [port] [tls]; by TLS it shows a certificate that nobody vouches for. It ends with its standard input, so that it never outlives who started it.
import { SMTPServer } from "smtp-server";

const refusals = {
  inconnu: [550, "no such user here"],
  plein: [452, "too much mail for inconnu@example.invalid"],
};

const say = what => process.stdout.write(`${JSON.stringify(what)}\n`);

const server = new SMTPServer({
  secure: process.argv[3] === "tls",
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ["STARTTLS"],
  disableReverseLookup: true,
  onAuth: ({ username, password }, _session, done) =>
    password === "secret" ? done(null, { user: username }) : done(Object.assign(new Error("wrong password"), { responseCode: 535 })),
  onRcptTo({ address }, _session, done) {
    const [code, text] = refusals[address.split("@")[0]] ?? [];
    done(code ? Object.assign(new Error(text), { responseCode: code }) : null);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", part => parts.push(part));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      say({ from: mailFrom.address, to: rcptTo.map(recipient => recipient.address), user: session.user ?? "", raw: Buffer.concat(parts).toString("utf8") });
      done();
    });
  },
});

server.on("error", error => process.stderr.write(`${error.message}\n`));
server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () => say({ port: server.server.address().port }));
process.stdin.on("end", () => process.exit(0)).resume();
