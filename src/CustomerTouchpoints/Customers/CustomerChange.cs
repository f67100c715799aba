using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Customers;

/// <summary>
/// One consequence for a customer. A customer's stored state is nothing but their changes, those of their own journal and those that the
/// journals of their journeys tell.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(TraitsTold), "traits")]
[JsonDerivedType(typeof(RoleTaken), "role")]
[JsonDerivedType(typeof(Contacted), "contact")]
[JsonDerivedType(typeof(ConsentRecorded), "consent")]
[JsonDerivedType(typeof(PreferencesSet), "preferences")]
[JsonDerivedType(typeof(CapPlaceMoved), "cap-place")]
[JsonDerivedType(typeof(ComplaintMoved), "complaint")]
[JsonDerivedType(typeof(CustomerErased), "erased")]
[JsonDerivedType(typeof(CustomerMerged), "merged")]
[JsonDerivedType(typeof(CustomerUnited), "united")]
internal abstract record CustomerChange
{
    /// <summary>Applies itself to a customer in the making.</summary>
    public abstract void Apply(CustomerBuilder customer);

    /// <summary>What stays of it in a journal when its customer is erased; null for nothing.</summary>
    public virtual CustomerChange? Erased() => null;
}
