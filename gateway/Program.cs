using Reseau.Gateway;

await GatewayApp.Build(args).RunAsync();
