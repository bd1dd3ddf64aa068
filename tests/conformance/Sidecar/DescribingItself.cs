namespace Reseau.Conformance.Sidecar;

[Collection(SidecarSuite.Name)]
public sealed class DescribingItself(SidecarFixture fixture)
{
    [Fact]
    public async Task It_names_its_application_and_its_components()
    {
        var metadata = await fixture.Sidecar.Client.GetMetadataAsync();

        Assert.Equal(fixture.Sidecar.AppId, metadata.Id);
        Assert.NotEmpty(metadata.Extended["daprRuntimeVersion"]);
        var names = metadata.Components.Select(component => component.Name).ToList();
        Assert.Contains(SidecarUnderTest.States, names);
        Assert.Contains(SidecarUnderTest.Events, names);
        Assert.Contains(SidecarUnderTest.Locks, names);
    }

    [Fact]
    public async Task It_keeps_an_attribute_it_is_given()
    {
        var value = Guid.NewGuid().ToString();
        await fixture.Sidecar.Client.SetMetadataAsync("conformance", value);

        Assert.Equal(value, (await fixture.Sidecar.Client.GetMetadataAsync()).Extended["conformance"]);
    }

    [Fact]
    public async Task It_says_when_it_is_ready()
    {
        await fixture.Sidecar.Client.WaitForSidecarAsync().WaitAsync(fixture.Sidecar.Patience);

        Assert.True(await fixture.Sidecar.Client.CheckHealthAsync());
    }
}
