namespace Mosaic.Data.Search;

/// <summary>What the cosines of a model are worth; each has a scale of its own.</summary>
/// <param name="Least">What is further away is not meant.</param>
/// <param name="Chance">What strangers have; it is worth next to nothing.</param>
/// <param name="Sure">From here on it counts fully.</param>
public sealed record CosineTrust(double Least, double Chance, double Sure);
