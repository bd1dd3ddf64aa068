using Reseau.Example;

await using var client = await ReferringClient.SignInAsync(ClientSettings.FromEnvironment());
await client.ReferAsync(Console.Out);
