using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace InitGen.Hosts.Editor;

/// <summary>The package in csharp-ls, the host of many editors.</summary>
public class EditorTests(EditorSession session) : IClassFixture<EditorSession>
{
    [Fact]
    public async Task After_each_of_many_edits_the_editor_shows_what_a_build_from_scratch_says()
    {
        List<string> differences = [];
        foreach ((string name, Func<EditorSession, Task> edit) in EditedSources.Edits)
        {
            await edit(session);
            foreach (string difference in await session.Differences())
            {
                differences.Add($"After {name}: {difference}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));

        using LanguageServer anew = await session.StartAnew();
        Assert.Equal(await session.View(anew), await session.View(session.Server));
    }

    // csharp-ls takes fixes from Roslyn's own assemblies alone, whatever the package: docs/editors.md says so as long as this holds.
    [Fact]
    public async Task Fixes_are_not_offered_by_this_host()
    {
        Finding finding = (await session.Server.Findings("Classifier.cs")).First(finding => finding.Id.StartsWith("INIT2"));
        IReadOnlyList<string> titles = await session.Server.Actions(finding);
        Assert.NotEmpty(titles);
        Assert.DoesNotContain(titles, title => title.StartsWith("Use Init."));
    }
}
