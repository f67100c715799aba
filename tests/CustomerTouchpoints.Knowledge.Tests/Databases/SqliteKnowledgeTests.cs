namespace CustomerTouchpoints.Knowledge.Tests.Databases;

/// <summary>Articles in a SQLite file.</summary>
public sealed class SqliteKnowledgeTests : KnowledgeContract
{
    private protected override KnowledgeLocation Begin() => Locations.Sqlite();
}
