using Google.Protobuf.Collections;
using Microsoft.Extensions.Primitives;
using Reseau.Conventions.V1;
using Reseau.Gateway.Portal.Calls;

namespace Reseau.Gateway.Portal.Forms;

/// <summary>A part of what a convention says, written in a form of its own; what the form does not show stays as it was. All rules but readability are the service's.</summary>
public abstract class ContentPart(string word, string title, string lead)
{
    /// <summary>The parts, in the order people write them.</summary>
    public static IReadOnlyList<ContentPart> All { get; } = [new GeneralPart(), new PartiesPart(), new ClausesPart(), new CommitmentsPart(), new FinancingPart(), new TermsPart()];

    /// <summary>Its word in addresses.</summary>
    public string Word => word;

    public string Title => title;

    /// <summary>What to know before writing it.</summary>
    public string Lead => lead;

    /// <summary>The tables of its form.</summary>
    public virtual IReadOnlyList<RowTable> Tables => [];

    /// <summary>Single fields: path in the content, control, label.</summary>
    protected virtual IReadOnlyList<(string Field, string Control, string Label)> Fields => [];

    /// <summary>Writes this part as its form shows it.</summary>
    public abstract void Write(Content content, Dictionary<string, StringValues> into);

    /// <summary>Reads this part into what the convention says otherwise.</summary>
    public abstract void Read(PartReading reading, Content into);

    /// <summary>This part of a convention as its form shows it.</summary>
    public FormValues ValuesOf(Content content)
    {
        var values = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        Write(content, values);
        return new(values);
    }

    /// <summary>What to show: what could not be read, and what the service finds wrong, each at its control when this form has it.</summary>
    public IReadOnlyList<FieldProblem> Together(PartReading reading, CallProblem problem) => Together([this], reading, problem);

    /// <summary>The same for a form of several parts.</summary>
    public static IReadOnlyList<FieldProblem> Together(IReadOnlyList<ContentPart> parts, PartReading reading, CallProblem problem)
    {
        var named = problem.Fields.Where(violation => violation.Field is not "request_id").Select(violation => Named(parts, reading, violation));
        var general = problem.Fields.Count == 0 ? (FieldProblem[])[new("", ConventionProblems.Sentence(problem))] : [];
        return [.. reading.Problems.Concat(named).Concat(general).DistinctBy(each => (each.Field, each.Field.Length == 0 ? each.Sentence : ""))];
    }

    /// <summary>Where something said of a path of the content is shown; null when this form does not hold it.</summary>
    protected virtual (string Control, string Label)? ControlOf(string path, PartReading reading)
    {
        foreach (var (field, control, label) in Fields)
        {
            if (path == field || path.StartsWith(field + ".", StringComparison.Ordinal)) return (control, label);
        }

        return RowPaths.ControlOf(path, reading, Tables);
    }

    protected static void Replace<T>(RepeatedField<T> field, IEnumerable<T> values)
    {
        T[] all = [.. values];
        field.Clear();
        field.AddRange(all);
    }

    private static FieldProblem Named(IReadOnlyList<ContentPart> parts, PartReading reading, FieldProblem violation)
    {
        var path = violation.Field.StartsWith("content.", StringComparison.Ordinal) ? violation.Field["content.".Length..] : violation.Field;
        var found = parts.Select(part => part.ControlOf(path, reading)).FirstOrDefault(control => control is not null);
        return found is { } control ? violation with { Field = control.Control, Label = control.Label } : violation with { Field = "" };
    }
}
