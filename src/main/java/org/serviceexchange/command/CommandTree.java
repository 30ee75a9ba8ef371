package org.serviceexchange.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.LocalizedMessage;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** All commands as the parser knows them, with their help in one language. */
final class CommandTree {

    /** What a person types before a command. */
    static final String PROGRAM = "java -jar service-exchange.jar";

    /** What the shells complete; a person makes it an alias of the program. */
    private static final String ALIAS = "service-exchange";

    private static final int WIDTH = 100;

    private final Map<String, Command> commands = Stream.of(
                    RegistrationCommands.all(),
                    RecordCommands.all(),
                    ConnectionCommands.all(),
                    CampaignCommands.all(),
                    ProofCommands.all(),
                    ModelCommands.all(),
                    StoryCommands.all(),
                    RehearseCommand.all(),
                    BackupCommands.all(),
                    InstanceCommands.all())
            .flatMap(List::stream)
            .collect(Collectors.toMap(Command::path, command -> command, (one, same) -> one, LinkedHashMap::new));

    private final Locale language;

    CommandTree(Locale language) {
        this.language = language;
    }

    /** What was typed; throws the parser's exceptions. */
    ParseResult parse(String... typed) {
        return parser(PROGRAM).parseArgs(typed);
    }

    /** The command that was typed last; empty for a group, or none at all. */
    Optional<Command> of(ParseResult deepest) {
        return Optional.ofNullable(commands.get(path(deepest.commandSpec())));
    }

    /** Its name without the program's. */
    static String path(CommandSpec spec) {
        return spec.qualifiedName().substring(spec.root().name().length()).strip();
    }

    /** The help of a command, a group, or, for nothing, of all. */
    String help(List<String> path) {
        CommandLine found = parser(PROGRAM);
        for (String name : path) {
            CommandLine below = found.getSubcommands().get(name);
            if (below == null) {
                throw CommandFailure.usage("command.unknown", name);
            }
            found = below;
        }
        return found.getUsageMessage(Ansi.OFF);
    }

    /** A script for bash and zsh. */
    String completion() {
        return AutoComplete.bash(ALIAS, parser(ALIAS)) + "\n";
    }

    private CommandLine parser(String name) {
        CommandSpec root = described(name, LocalizedMessage.of("command.about"));
        root.usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .exitCodeListHeading(heading("command.heading.exitCodes"))
                .exitCodeList(exitCodes())
                .footer("", text(LocalizedMessage.of("command.footer", PROGRAM)));
        CommandLine parser = new CommandLine(root);
        for (Command command : commands.values()) {
            CommandSpec parent = root;
            if (!command.group().isEmpty()) {
                parent = parser.getSubcommands()
                        .computeIfAbsent(command.group(), group -> group(root, group))
                        .getCommandSpec();
            }
            parent.addSubcommand(command.name(), new CommandLine(specOf(command)));
        }
        return parser.setExpandAtFiles(false);
    }

    private CommandLine group(CommandSpec root, String name) {
        CommandSpec spec = described(name, LocalizedMessage.of("command.about." + name));
        spec.usageMessage().synopsisSubcommandLabel("COMMAND");
        root.addSubcommand(name, spec);
        return spec.commandLine();
    }

    private CommandSpec specOf(Command command) {
        CommandSpec spec = described(command.name(), command.about());
        List<String> parameters = command.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            spec.addPositional(positional(i, parameters.get(i)));
        }
        spec.parser().unmatchedOptionsArePositionalParams(parameters.contains(Command.SETTINGS));
        command.required().forEach(option -> spec.addOption(option(option, true)));
        command.options().forEach(option -> spec.addOption(option(option, false)));
        return spec;
    }

    private PositionalParamSpec positional(int index, String label) {
        boolean optional = label.startsWith("[");
        boolean several = label.contains("...");
        String name = label.replaceAll("[\\[\\].]", "");
        return PositionalParamSpec.builder()
                .index(several ? index + "..*" : String.valueOf(index))
                .arity((optional ? "0" : "1") + (several ? "..*" : optional ? "..1" : ""))
                .required(!optional)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(name)
                .hideParamSyntax(false)
                .description(text(LocalizedMessage.of("command.parameter." + name)))
                .build();
    }

    private OptionSpec option(Option option, boolean required) {
        OptionSpec.Builder spec =
                OptionSpec.builder(option.flag()).required(required).description(text(option.about()));
        return option.value().isEmpty()
                ? spec.arity("0").type(boolean.class).build()
                : spec.arity("1").type(String.class).paramLabel(option.value()).build();
    }

    private CommandSpec described(String name, LocalizedMessage about) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .arity("0")
                .type(boolean.class)
                .description(text(LocalizedMessage.of("command.option.help")))
                .build());
        spec.usageMessage()
                .width(WIDTH)
                .synopsisHeading(text(LocalizedMessage.of("command.heading.usage")) + " ")
                .description(text(about))
                .descriptionHeading("%n")
                .parameterListHeading(heading("command.heading.parameters"))
                .optionListHeading(heading("command.heading.options"))
                .commandListHeading(heading("command.heading.commands"));
        return spec;
    }

    private Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(String.valueOf(code.number()), text(LocalizedMessage.of("command.exit." + code)));
        }
        return codes;
    }

    private String heading(String key) {
        return "%n" + text(LocalizedMessage.of(key)) + "%n";
    }

    private String text(LocalizedMessage message) {
        return message.in(language);
    }
}
