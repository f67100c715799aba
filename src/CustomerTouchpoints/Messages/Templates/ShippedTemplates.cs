namespace CustomerTouchpoints.Messages.Templates;

/// <summary>Templates that come with something: the files that end as the host's template language has it.</summary>
internal delegate IEnumerable<TemplateFile> ShippedTemplates(string ending);
