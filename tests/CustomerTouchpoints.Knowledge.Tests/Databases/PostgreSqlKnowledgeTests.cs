namespace CustomerTouchpoints.Knowledge.Tests.Databases;

/// <summary>Articles in a PostgreSQL schema.</summary>
public sealed class PostgreSqlKnowledgeTests : KnowledgeContract
{
    private protected override KnowledgeLocation Begin() => Locations.PostgreSql();
}
