namespace CustomerTouchpoints.Architecture.Tests.Rooms;

public sealed class RoomTests
{
    [Test]
    public void Print()
    {
        Dictionary<string, string> rooms = House
            .Sources.Where(f => f.Path.StartsWith("src/CustomerTouchpoints/", StringComparison.Ordinal))
            .GroupBy(f => f.Name.Split('{')[0])
            .ToDictionary(g => g.Key, g => string.Join('/', g.First().Folders.Skip(1)));
        var lines = TypeUses
            .In(typeof(ICustomerTouchpoints).Assembly.Location)
            .Where(u => rooms.ContainsKey(u.User) && rooms.ContainsKey(u.Used) && rooms[u.User] != rooms[u.Used])
            .Select(u => $"{rooms[u.User]}\t{rooms[u.Used]}\t{u.User}\t{u.Used}");
        File.WriteAllLines("/tmp/edges.tsv", lines);
    }
}
