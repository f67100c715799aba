using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CustomerTouchpoints.AspNetCore.Dashboard;

/// <summary>Renders a component on the server, once: there is no circuit and no script of Blazor's.</summary>
internal static class DashboardHtml
{
    private const string OfHtmx = "HX-Request";
    private const string OfHistory = "HX-History-Restore-Request";

    /// <summary>Writes a page; what htmx asks for as a part comes without the frame around it.</summary>
    public static async Task WriteAsync<TView, TModel>(HttpContext context, DashboardFrame frame, TModel model)
        where TView : IComponent
        where TModel : class
    {
        ILoggerFactory logs = context.RequestServices.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var renderer = new HtmlRenderer(context.RequestServices, logs);
        await using (renderer.ConfigureAwait(false))
        {
            bool isPart = context.Request.Headers.ContainsKey(OfHtmx) && !context.Request.Headers.ContainsKey(OfHistory);
            string html = await renderer
                .Dispatcher.InvokeAsync(async () =>
                {
                    var parameters = ParameterView.FromDictionary(
                        new Dictionary<string, object?>
                        {
                            [nameof(DashboardRoot<TView, TModel>.Frame)] = frame,
                            [nameof(DashboardRoot<TView, TModel>.Model)] = model,
                            [nameof(DashboardRoot<TView, TModel>.IsPart)] = isPart,
                        }
                    );
                    var root = await renderer.RenderComponentAsync<DashboardRoot<TView, TModel>>(parameters).ConfigureAwait(false);
                    return root.ToHtmlString();
                })
                .ConfigureAwait(false);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(html, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
