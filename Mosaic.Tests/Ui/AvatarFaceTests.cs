using Mosaic.Web.Ui;

namespace Mosaic.Tests.Ui;

public sealed class AvatarFaceTests
{
    [Theory]
    [InlineData("Ada Lovelace", "AL")]
    [InlineData("ada", "Ad")]
    [InlineData("ada.m.lovelace", "AL")]
    [InlineData("é", "É")]
    [InlineData("👩‍👩‍👧 家族", "👩‍👩‍👧家")]
    [InlineData("  ", "?")]
    [InlineData("", "?")]
    public void Initials_are_what_people_would_write(string name, string initials) => Assert.Equal(initials, AvatarFace.InitialsOf(name));

    [Fact]
    public void The_ground_of_a_name_never_changes_and_is_one_of_six()
    {
        Assert.Equal(AvatarFace.GroundOf("Ada"), AvatarFace.GroundOf("Ada"));
        Assert.All(Enumerable.Range(0, 500).Select(i => AvatarFace.GroundOf($"name {i}")), ground => Assert.InRange(ground, 1, 6));
    }
}
