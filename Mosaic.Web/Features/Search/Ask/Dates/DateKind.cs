namespace Mosaic.Web.Features.Search.Ask.Dates;

/// <summary>How sure it is that words name days.</summary>
internal enum DateKind
{
    /// <summary>They are nothing else, such as <c>2026-05-03</c>, <c>yesterday</c> or <c>last week</c>.</summary>
    Certain,

    /// <summary>A day with the name of its month.</summary>
    Day,

    /// <summary>The name of a weekday alone.</summary>
    Weekday,

    /// <summary>The name of a month, with or without a year.</summary>
    Month,

    /// <summary>Four digits.</summary>
    Year,
}
