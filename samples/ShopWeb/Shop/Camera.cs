namespace ShopWeb.Shop;

/// <summary>What the shop sells.</summary>
internal sealed record Camera(string Id, string Name, decimal Price, string Says)
{
    public static IReadOnlyList<Camera> All { get; } =
    [
        new("m2", "Lumen M2", 1199, "A rangefinder for a lifetime, with a finder as bright as the day."),
        new("folding", "Lumen Folding Six", 749, "Six by six, and it fits into a coat."),
        new("pocket", "Lumen Pocket", 329, "Always there, never in the way."),
        new("view", "Lumen View", 2490, "Four by five inches of patience."),
    ];

    public static Camera? Find(string id) => All.FirstOrDefault(camera => camera.Id == id);
}
