using System.Reflection;
using Ntm.Domain.Recording;

namespace Ntm.Architecture.Tests;

/// <summary>A handler is a pure static function: a command and what it is judged on, to a decision.</summary>
public sealed class HandlerTests
{
    public static TheoryData<string> Handlers =>
    [
        .. Product.Domain.GetTypes()
            .Where(type => type.Name.EndsWith("Handler", StringComparison.Ordinal))
            .Select(type => type.FullName!),
    ];

    [Theory, MemberData(nameof(Handlers))]
    public void A_handler_is_a_static_class_with_one_public_function(string handler)
    {
        var type = Product.Domain.GetType(handler)!;
        var handle =
            Assert.Single(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly));

        Assert.True(type is { IsAbstract: true, IsSealed: true, IsPublic: true });
        Assert.Equal(("Handle", typeof(Decision)), (handle.Name, handle.ReturnType));
        Assert.DoesNotContain(
            type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static),
            field => field is { IsInitOnly: false, IsLiteral: false });
    }

    [Theory, MemberData(nameof(Handlers))]
    public void Its_first_parameter_is_the_command_it_is_named_after(string handler)
    {
        var type = Product.Domain.GetType(handler)!;
        var command = type.GetMethod("Handle")!.GetParameters()[0].ParameterType;

        Assert.Equal(type.FullName, command.FullName + "Handler");
        Assert.NotNull(command.GetMethod("<Clone>$"));
        Assert.True(command.IsSealed);
    }

    [Fact]
    public void There_are_handlers_to_look_at() => Assert.True(Handlers.Count > 15);
}
