using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Reseau.Hosting.Health;

/// <summary>grpc.reflection.v1: lets tools such as grpcurl discover what this process serves.</summary>
public sealed class ReflectionEndpoint(ServedServices served) : ServerReflection.ServerReflectionBase
{
    private readonly IReadOnlyDictionary<string, FileDescriptor> _files = served.Services
        .SelectMany(service => WithDependencies(service.File))
        .DistinctBy(file => file.Name)
        .ToDictionary(file => file.Name, StringComparer.Ordinal);

    /// <inheritdoc />
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        while (await NextAsync(requestStream, context.CancellationToken))
        {
            var answer = Answer(requestStream.Current);
            (answer.ValidHost, answer.OriginalRequest) = (requestStream.Current.Host, requestStream.Current);
            await responseStream.WriteAsync(answer, context.CancellationToken);
        }
    }

    private static async Task<bool> NextAsync(IAsyncStreamReader<ServerReflectionRequest> requests, CancellationToken cancellation)
    {
        try
        {
            return await requests.MoveNext(cancellation);
        }
        catch (IOException)
        {
            // A tool that has its answer leaves without ending the stream; that is no error of ours.
            return false;
        }
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request) => request.MessageRequestCase switch
    {
        ServerReflectionRequest.MessageRequestOneofCase.ListServices => ListServices(),
        ServerReflectionRequest.MessageRequestOneofCase.FileByFilename => Files(_files.GetValueOrDefault(request.FileByFilename)),
        ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol => Files(_files.Values.FirstOrDefault(f => Declares(f, request.FileContainingSymbol))),
        ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension => Files(Extensions(request.FileContainingExtension.ContainingType)
            .FirstOrDefault(e => e.FieldNumber == request.FileContainingExtension.ExtensionNumber)?.File),
        ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType => ExtensionNumbers(request.AllExtensionNumbersOfType),
        _ => Error(StatusCode.InvalidArgument, "No question."),
    };

    private ServerReflectionResponse ListServices()
    {
        var list = new ListServiceResponse();
        list.Service.AddRange(served.Services.Select(service => new ServiceResponse { Name = service.FullName }));
        return new() { ListServicesResponse = list };
    }

    private ServerReflectionResponse ExtensionNumbers(string type)
    {
        var answer = new ExtensionNumberResponse { BaseTypeName = type };
        answer.ExtensionNumber.AddRange(Extensions(type).Select(extension => extension.FieldNumber));
        return new() { AllExtensionNumbersResponse = answer };
    }

    private static ServerReflectionResponse Files(FileDescriptor? file)
    {
        if (file is null) return Error(StatusCode.NotFound, "Unknown file or symbol.");
        var files = new FileDescriptorResponse();
        files.FileDescriptorProto.AddRange(WithDependencies(file).DistinctBy(f => f.Name).Select(f => f.SerializedData));
        return new() { FileDescriptorResponse = files };
    }

    private IEnumerable<FieldDescriptor> Extensions(string type) => _files.Values
        .SelectMany(file => file.Extensions.UnorderedExtensions)
        .Where(extension => extension.ExtendeeType.FullName == type);

    private static bool Declares(FileDescriptor file, string symbol) =>
        file.Services.Any(s => s.FullName == symbol || symbol.StartsWith($"{s.FullName}.", StringComparison.Ordinal))
        || file.MessageTypes.Any(m => m.FullName == symbol || symbol.StartsWith($"{m.FullName}.", StringComparison.Ordinal))
        || file.EnumTypes.Any(e => e.FullName == symbol);

    private static IEnumerable<FileDescriptor> WithDependencies(FileDescriptor file) =>
        file.Dependencies.SelectMany(WithDependencies).Prepend(file);

    private static ServerReflectionResponse Error(StatusCode code, string message) =>
        new() { ErrorResponse = new() { ErrorCode = (int)code, ErrorMessage = message } };
}
