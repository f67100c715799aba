using System.Collections;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>A list of the model, as Scriban walks through it: no template can change it.</summary>
internal sealed class ModelList(IReadOnlyList<object?> source) : IList
{
    public IReadOnlyList<object?> Source => source;

    public int Count => source.Count;

    public bool IsFixedSize => true;

    public bool IsReadOnly => true;

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    public object? this[int index]
    {
        get => ModelValue.Wrap(source[index]);
        set => throw Refuse();
    }

    public IEnumerator GetEnumerator()
    {
        for (int i = 0; i < source.Count; i++)
        {
            yield return ModelValue.Wrap(source[i]);
        }
    }

    public bool Contains(object? value) => IndexOf(value) >= 0;

    public int IndexOf(object? value)
    {
        for (int i = 0; i < source.Count; i++)
        {
            if (Equals(source[i], ModelValue.Unwrap(value)))
            {
                return i;
            }
        }

        return -1;
    }

    public void CopyTo(Array array, int index)
    {
        for (int i = 0; i < source.Count; i++)
        {
            array.SetValue(this[i], index + i);
        }
    }

    public int Add(object? value) => throw Refuse();

    public void Clear() => throw Refuse();

    public void Insert(int index, object? value) => throw Refuse();

    public void Remove(object? value) => throw Refuse();

    public void RemoveAt(int index) => throw Refuse();

    private static TemplateException Refuse() => new("it changes a list of the data; make a list of its own with array.add.");
}
