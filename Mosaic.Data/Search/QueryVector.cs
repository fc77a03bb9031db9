namespace Mosaic.Data.Search;

/// <summary>A question among all meanings, as one model places it.</summary>
/// <param name="Provider">Whose model it is.</param>
/// <param name="Model">Only what the same one placed can be compared.</param>
/// <param name="Numbers">Of length 1, as those kept are.</param>
/// <param name="Trust">How sure the model is of what is near.</param>
public sealed record QueryVector(string Provider, string Model, float[] Numbers, CosineTrust Trust);
