using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mosaic.Data.Memos;

internal sealed class MemoMapping : IEntityTypeConfiguration<Memo>
{
    public void Configure(EntityTypeBuilder<Memo> entity)
    {
        entity.ToTable("memos");
        entity.Property(memo => memo.TagPaths).HasComputedColumnSql("tag_paths(tags)", stored: true);
        entity.Property(memo => memo.ChangeSeq).ValueGeneratedOnAddOrUpdate();
    }
}
