using System.Collections.Specialized;
using System.Text.Json;
using Quartz.Spi;

namespace CustomerTouchpoints.Load.Quartz;

/// <summary>Quartz.NET wants a serializer for the data of jobs, which are texts by name; here there are none.</summary>
internal sealed class PropertiesSerializer : IObjectSerializer
{
    public void Initialize() { }

    public byte[] Serialize<T>(T obj)
        where T : class
    {
        var properties = (NameValueCollection)(object)obj;
        return JsonSerializer.SerializeToUtf8Bytes(
            properties.AllKeys.OfType<string>().ToDictionary(name => name, name => properties[name])
        );
    }

    public T? DeSerialize<T>(byte[] data)
        where T : class
    {
        var properties = new NameValueCollection();
        foreach ((string name, string? value) in JsonSerializer.Deserialize<Dictionary<string, string?>>(data)!)
        {
            properties[name] = value;
        }

        return (T)(object)properties;
    }
}
