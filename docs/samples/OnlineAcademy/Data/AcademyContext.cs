using Microsoft.EntityFrameworkCore;

namespace OnlineAcademy.Data;

/// <summary>The academy's database: its users, its organisation, and what the import keeps.</summary>
public sealed class AcademyContext(DbContextOptions<AcademyContext> options) : DbContext(options)
{
    /// <summary>The users.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>The companies.</summary>
    public DbSet<Company> Companies => Set<Company>();

    /// <summary>The departments.</summary>
    public DbSet<Department> Departments => Set<Department>();

    /// <summary>The functions.</summary>
    public DbSet<Function> Functions => Set<Function>();

    /// <summary>The teams.</summary>
    public DbSet<Team> Teams => Set<Team>();

    /// <summary>The languages.</summary>
    public DbSet<Language> Languages => Set<Language>();

    /// <summary>The batches that were committed.</summary>
    public DbSet<AppliedBatch> AppliedBatches => Set<AppliedBatch>();

    /// <summary>The invitations that wait to be sent.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>The import history.</summary>
    public DbSet<Import> Imports => Set<Import>();

    /// <summary>The uploaded files.</summary>
    public DbSet<UploadPiece> Uploads => Set<UploadPiece>();

    /// <summary>The final checks and change sets.</summary>
    public DbSet<DocumentPiece> Documents => Set<DocumentPiece>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<User>(user =>
        {
            user.HasIndex(u => u.NumberKey).IsUnique();
            user.HasIndex(u => u.EmailKey).IsUnique();
            user.HasIndex(u => new { u.LastName, u.FirstName });
            user.Property(u => u.Version).IsConcurrencyToken();
            user.HasOne(u => u.Company).WithMany().OnDelete(DeleteBehavior.Restrict);
            user.HasOne(u => u.Department).WithMany().OnDelete(DeleteBehavior.Restrict);
            user.HasOne<Language>().WithMany().HasForeignKey(u => u.LanguageCode).OnDelete(DeleteBehavior.Restrict);
            user.HasMany(u => u.Functions).WithMany().UsingEntity("UserFunctions",
                right => right.HasOne(typeof(Function)).WithMany().HasForeignKey("FunctionId"),
                left => left.HasOne(typeof(User)).WithMany().HasForeignKey("UserId"),
                link => link.HasKey("UserId", "FunctionId"));
            user.HasMany(u => u.Teams).WithMany().UsingEntity("UserTeams",
                right => right.HasOne(typeof(Team)).WithMany().HasForeignKey("TeamId"),
                left => left.HasOne(typeof(User)).WithMany().HasForeignKey("UserId"),
                link => link.HasKey("UserId", "TeamId"));
            user.HasMany(u => u.Managers).WithMany(u => u.People).UsingEntity("UserManagers",
                right => right.HasOne(typeof(User)).WithMany().HasForeignKey("ManagerId"),
                left => left.HasOne(typeof(User)).WithMany().HasForeignKey("UserId"),
                link => link.HasKey("UserId", "ManagerId"));

            // Keys are compared by their bytes, so that their order is the same in every database.
            if (!Database.IsNpgsql()) return;
            user.Property(u => u.NumberKey).UseCollation("C");
            user.Property(u => u.EmailKey).UseCollation("C");
        });
        modelBuilder.Entity<Company>().HasIndex(c => c.Name).IsUnique();
        modelBuilder.Entity<Department>().HasIndex(d => new { d.Name, d.CompanyId }).IsUnique();
        modelBuilder.Entity<Function>().HasIndex(f => f.Name).IsUnique();
        modelBuilder.Entity<Team>().HasIndex(t => t.Name).IsUnique();
        modelBuilder.Entity<Language>().HasKey(l => l.Code);
        modelBuilder.Entity<AppliedBatch>().HasKey(b => new { b.ChangeSetId, b.Number });
        modelBuilder.Entity<Invitation>(invitation =>
        {
            invitation.HasKey(i => new { i.ChangeSetId, i.UserId });
            invitation.HasOne<User>().WithMany().HasForeignKey(i => i.UserId);
        });
        modelBuilder.Entity<Import>().HasIndex(i => i.CreatedAt);
        modelBuilder.Entity<Import>().HasIndex(i => i.ChangeSetId);
        modelBuilder.Entity<UploadPiece>(piece =>
        {
            piece.HasKey(p => new { p.ImportId, p.Number });
            piece.HasOne<Import>().WithMany().HasForeignKey(p => p.ImportId);
        });
        modelBuilder.Entity<DocumentPiece>(piece =>
        {
            piece.HasKey(p => new { p.ImportId, p.Kind, p.Number });
            piece.HasOne<Import>().WithMany().HasForeignKey(p => p.ImportId);
        });
    }
}
