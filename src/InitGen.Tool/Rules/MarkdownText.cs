using System.IO;
using System.Linq;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;
using Spectre.Console.Rendering;
using Element = Markdig.Syntax.Block;
using Tables = Markdig.Extensions.Tables;

namespace InitGen.Tool.Rules;

/// <summary>Markdown as text: in a terminal as wide as it is and with headings in bold, unless the environment has NO_COLOR; elsewhere 80
/// columns wide. Code is broken between words only.</summary>
internal sealed class MarkdownText
{
    private const string CodeMargin = "    ";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private readonly TextWriter _writer;
    private readonly IAnsiConsole _console;

    /// <summary>Writes to a terminal, a pipe or a file.</summary>
    /// <param name="writer">Which one.</param>
    public MarkdownText(TextWriter writer)
    {
        _writer = writer;
        bool isTerminal = writer == System.Console.Out && !System.Console.IsOutputRedirected;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = isTerminal }, // a log of a build server is no terminal
        });
    }

    /// <summary>Writes a document.</summary>
    /// <param name="markdown">The document.</param>
    public void Write(string markdown)
    {
        foreach (Element block in Markdown.Parse(markdown, Pipeline))
        {
            Write(block);
            _writer.WriteLine();
        }
    }

    private void Write(Element block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Write(Paragraph(heading, new Style(decoration: Decoration.Bold)));
                break;
            case LeafBlock { Inline: not null } paragraph:
                Write(Paragraph(paragraph, Style.Plain));
                break;
            case LeafBlock code:
                foreach (string line in code.Lines.Lines.Take(code.Lines.Count)
                    .SelectMany(line => CodeLine.Wrap(line.ToString(), _console.Profile.Width - CodeMargin.Length)))
                {
                    _writer.WriteLine($"{CodeMargin}{line}");
                }

                break;
            case Tables.Table table:
                Write(RowsOf(table));
                break;
            case ListItemBlock item:
                foreach (Element child in item)
                {
                    WriteItem(child);
                }

                break;
            case ContainerBlock container:
                foreach (Element child in container)
                {
                    Write(child);
                }

                break;
        }
    }

    // Its lines stand below each other, right of the dash.
    private void WriteItem(Element block)
    {
        if (block is LeafBlock { Inline: not null } paragraph)
        {
            Grid grid =
                new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
            Write(grid.AddRow(new Text("-"), Paragraph(paragraph, Style.Plain)));
        }
        else
        {
            Write(block);
        }
    }

    private void Write(IRenderable renderable)
    {
        _console.Write(renderable);
        if (renderable is Paragraph)
        {
            _writer.WriteLine();
        }
    }

    private static Table RowsOf(Tables.Table table)
    {
        Table result = new Table().Border(TableBorder.None);
        foreach (Tables.TableRow row in table.Cast<Tables.TableRow>())
        {
            Paragraph[] cells = [.. row.Cast<Tables.TableCell>().Select(cell => Paragraph((LeafBlock)cell[0], Style.Plain))];
            if (row.IsHeader)
            {
                result.AddColumns([.. cells.Select(cell => new TableColumn(cell).Padding(0, 0, 2, 0))]);
            }
            else
            {
                result.AddRow(cells);
            }
        }

        return result;
    }

    private static Paragraph Paragraph(LeafBlock block, Style style)
    {
        var paragraph = new Paragraph();
        Append(paragraph, block.Inline!, style);
        return paragraph;
    }

    private static void Append(Paragraph paragraph, ContainerInline inlines, Style style)
    {
        foreach (Inline inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    paragraph.Append(literal.Content.ToString(), style);
                    break;
                case CodeInline code:
                    paragraph.Append(code.Content, style.Foreground(Color.Aqua));
                    break;
                case LineBreakInline:
                    paragraph.Append(" ", style);
                    break;
                case HtmlEntityInline entity:
                    paragraph.Append(entity.Transcoded.ToString(), style);
                    break;
                case EmphasisInline emphasis:
                    Append(paragraph, emphasis, style.Decoration(Decoration.Italic));
                    break;
                case ContainerInline container:
                    Append(paragraph, container, style);
                    break;
            }
        }
    }
}
