namespace UserImport.Changes;

/// <summary>Finds the changes that need each other: Tarjan's strongly connected components, without recursion.</summary>
internal static class ChangeGroups
{
    /// <summary>Returns the component of each change and the size of each component; what one needs has a smaller number.</summary>
    public static (int[] Component, int[] Sizes) Find(IReadOnlyList<int[]?> needs)
    {
        var search = new Search(needs);
        for (var i = 0; i < needs.Count; i++) search.From(i);
        return (search.Component, [.. search.Sizes]);
    }

    private sealed class Search(IReadOnlyList<int[]?> needs)
    {
        private readonly int[] _order = new int[needs.Count]; // 0: not seen yet
        private readonly int[] _lowest = new int[needs.Count];
        private readonly Stack<int> _open = new();
        private readonly Stack<(int Change, int Next)> _path = new();
        private int _seen;

        public int[] Component { get; } = NoneYet(needs.Count);

        public List<int> Sizes { get; } = [];

        public void From(int start)
        {
            if (_order[start] != 0) return;
            Enter(start, 0);
            while (_path.TryPop(out var step))
            {
                var (change, next) = step;
                var of = needs[change] ?? [];
                if (next > 0) _lowest[change] = Math.Min(_lowest[change], _lowest[of[next - 1]]);
                while (next < of.Length && _order[of[next]] != 0)
                {
                    if (Component[of[next]] < 0) _lowest[change] = Math.Min(_lowest[change], _order[of[next]]);
                    next++;
                }
                if (next == of.Length) Leave(change);
                else
                {
                    _path.Push((change, next + 1));
                    Enter(of[next], 0);
                }
            }
        }

        private void Enter(int change, int next)
        {
            _order[change] = _lowest[change] = ++_seen;
            _open.Push(change);
            _path.Push((change, next));
        }

        private void Leave(int change)
        {
            if (_lowest[change] != _order[change]) return;
            var size = 0;
            int member;
            do
            {
                member = _open.Pop();
                Component[member] = Sizes.Count;
                size++;
            }
            while (member != change);
            Sizes.Add(size);
        }

        private static int[] NoneYet(int count)
        {
            var none = new int[count];
            Array.Fill(none, -1);
            return none;
        }
    }
}
