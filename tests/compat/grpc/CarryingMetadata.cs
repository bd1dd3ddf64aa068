using Grpc.Core;

namespace Reseau.Compat.Tests;

public sealed class CarryingMetadata
{
    [Fact]
    public void A_key_is_kept_in_lower_case_and_found_in_any()
    {
        var headers = new Metadata { { "X-Request.Id_1", "a" } };

        Assert.Equal("x-request.id_1", headers[0].Key);
        Assert.Equal("a", headers.GetValue("X-REQUEST.ID_1"));
    }

    [Theory]
    [InlineData("x request")]
    [InlineData("x:y")]
    [InlineData("é")]
    [InlineData("\u212A")]
    public void A_key_with_another_character_is_refused(string key) => Assert.StartsWith(
        "Metadata entry key not valid.", Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "a")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_key_passes() => Assert.Equal("", new Metadata.Entry("", "a").Key);

    [Fact]
    public void Nothing_may_be_null()
    {
        Assert.Throws<ArgumentNullException>("key", () => new Metadata.Entry(null!, "a"));
        Assert.Throws<ArgumentNullException>(() => new Metadata.Entry("a", (string)null!));
        Assert.Throws<ArgumentNullException>(() => new Metadata.Entry("a-bin", (byte[])null!));
        Assert.Throws<ArgumentNullException>(() => new Metadata().Add(null!));
    }

    [Fact]
    public void The_suffix_of_the_key_says_whether_the_value_is_bytes()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("a-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("a", [1]));

        Assert.True(new Metadata.Entry("A-BIN", [1]).IsBinary);
        Assert.False(new Metadata.Entry("a", "text").IsBinary);
    }

    [Fact]
    public void Bytes_are_copied_on_the_way_in_and_on_the_way_out()
    {
        byte[] given = [1, 2];
        var entry = new Metadata.Entry("a-bin", given);
        given[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.Equal([1, 2], entry.ValueBytes);
    }

    [Fact]
    public void A_text_can_be_read_as_bytes_but_bytes_not_as_a_text()
    {
        Assert.Equal("hi"u8.ToArray(), new Metadata.Entry("a", "hi").ValueBytes);
        Assert.Throws<InvalidOperationException>(() => new Metadata.Entry("a-bin", [1]).Value);
    }

    [Fact]
    public void The_last_entry_with_a_key_is_the_one_found()
    {
        var headers = new Metadata { { "a", "1" }, { "b-bin", [7] }, { "a", "2" } };

        Assert.Equal("2", headers.GetValue("a"));
        Assert.Equal([7], headers.GetValueBytes("b-bin"));
        Assert.Equal(["1", "2"], headers.GetAll("A").Select(entry => entry.Value));
        Assert.Null(headers.Get("c"));
        Assert.Null(headers.GetValue("c"));
        Assert.Null(headers.GetValueBytes("c"));
    }

    [Fact]
    public void It_is_a_list()
    {
        var entry = new Metadata.Entry("b", "2");
        var headers = new Metadata { { "a", "1" } };
        headers.Insert(0, entry);

        Assert.Equal(0, headers.IndexOf(entry));
        Assert.Equal(["b", "a"], headers.Select(each => each.Key));

        headers[1] = entry;
        Assert.True(headers.Remove(entry));
        headers.RemoveAt(0);
        Assert.Empty(headers);
        Assert.False(headers.IsReadOnly);
    }

    [Fact]
    public void The_empty_one_stays_empty()
    {
        Assert.True(Metadata.Empty.IsReadOnly);
        Action[] changes =
        [
            () => Metadata.Empty.Add("a", "1"),
            () => Metadata.Empty.Insert(0, new("a", "1")),
            () => Metadata.Empty.RemoveAt(0),
            () => Metadata.Empty.Clear(),
        ];

        Assert.All(changes, change => Assert.Equal("Object is read only", Assert.Throws<InvalidOperationException>(change).Message));
        Assert.Empty(Metadata.Empty);
    }

    [Fact]
    public void An_entry_shows_its_key_and_a_text_only()
    {
        Assert.Equal("[Entry: key=a, value=1]", $"{new Metadata.Entry("a", "1")}");
        Assert.Equal("[Entry: key=a-bin, valueBytes=System.Byte[]]", $"{new Metadata.Entry("a-bin", [1])}");
    }
}
