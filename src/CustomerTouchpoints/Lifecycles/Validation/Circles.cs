namespace CustomerTouchpoints.Lifecycles.Validation;

/// <summary>The circles of a graph (its strongly connected components): from each node of one, every other node of it is reached.</summary>
/// <remarks>Tarjan's algorithm with a stack of its own, in time linear in nodes and edges.</remarks>
internal sealed class Circles
{
    private readonly ILookup<string, string> edges;
    private readonly Dictionary<string, int> circles = [];
    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int> lowest = [];
    private readonly Stack<string> open = [];

    private Circles(ILookup<string, string> edges) => this.edges = edges;

    /// <summary>Finds the circles that edges make.</summary>
    public static Circles In(IEnumerable<(string From, string To)> edges)
    {
        var found = new Circles(edges.ToLookup(edge => edge.From, edge => edge.To));
        foreach (IGrouping<string, string> node in found.edges)
        {
            found.Search(node.Key);
        }

        return found;
    }

    /// <summary>The number of a node's circle. A node in no circle has one of its own.</summary>
    public int Of(string node) => circles[node];

    private void Search(string root)
    {
        var path = new Stack<(string Node, IEnumerator<string> Next)>();
        Enter(root);
        while (path.TryPeek(out (string Node, IEnumerator<string> Next) top))
        {
            if (!top.Next.MoveNext())
            {
                path.Pop();
                Leave(top.Node);
                if (path.TryPeek(out (string Node, IEnumerator<string> Next) parent))
                {
                    lowest[parent.Node] = Math.Min(lowest[parent.Node], lowest[top.Node]);
                }
            }
            else if (!numbers.TryGetValue(top.Next.Current, out int number))
            {
                Enter(top.Next.Current);
            }
            else if (!circles.ContainsKey(top.Next.Current))
            {
                lowest[top.Node] = Math.Min(lowest[top.Node], number);
            }
        }

        void Enter(string node)
        {
            if (numbers.TryAdd(node, numbers.Count))
            {
                lowest[node] = numbers[node];
                open.Push(node);
                path.Push((node, edges[node].GetEnumerator()));
            }
        }
    }

    private void Leave(string node)
    {
        if (lowest[node] != numbers[node])
        {
            return;
        }

        string member;
        do
        {
            member = open.Pop();
            circles[member] = numbers[node];
        } while (member != node);
    }
}
