namespace Mosaic.Web.Features.Chat.Tree;

/// <summary>A message as a drawing needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ParentId">What it answers; one that is not among the points begins a tree of its own.</param>
/// <param name="Color">1 to 6 where it is named, which colours what comes below it; null where it is not.</param>
/// <param name="Stands">It is never folded away, such as the end of the open path.</param>
public sealed record TreePoint(Guid Id, Guid? ParentId, short? Color = null, bool Stands = false);
