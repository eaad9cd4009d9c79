package io.tidemark.cli;

import io.tidemark.config.Command;
import io.tidemark.config.Option;
import io.tidemark.config.Option.Shape;
import io.tidemark.config.Options;
import java.util.ArrayList;
import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;
import scala.util.Either;
import scopt.OptionDef;
import scopt.OptionParser;
import scopt.Read;

/** The scopt parser of some commands, built from the catalogue of options. */
final class CommandParser extends OptionParser<Given> {
    private final List<String> errors = new ArrayList<>();

    CommandParser(List<Command> commands) {
        super("tidemark");
        for (Command command : commands) {
            List<OptionDef<?, Given>> children = new ArrayList<>();
            Options.of(command).forEach(option -> children.add(definition(option)));
            if (command == Command.QUERY) {
                children.add(arg("SQL", Read.stringRead())
                        .text("the query, in quotes")
                        .optional()
                        .unbounded()
                        .action((sql, given) -> given.with(sql)));
            }
            note("");
            cmd(command.id()).text(command.text()).children(seq(children));
        }
    }

    /** Options may be repeated as far as scopt is concerned, so that we can say what is wrong with it in our own words. */
    private OptionDef<?, Given> definition(Option option) {
        if (option.shape() == Shape.FLAG) {
            return opt(option.key(), Read.unitRead())
                    .text(option.text())
                    .unbounded()
                    .action((unit, given) -> given.with(option.key(), "true"));
        }
        return opt(option.key(), Read.stringRead())
                .valueName(option.valueName())
                .text(option.text())
                .unbounded()
                .action((value, given) -> given.with(option.key(), value));
    }

    private static <T> Seq<T> seq(List<T> list) {
        return CollectionConverters.asScala(list).toSeq();
    }

    /** What the arguments give; what scopt complains of is in {@link #errors}. */
    Given read(List<String> arguments) {
        return parse(seq(arguments), Given.NOTHING).getOrElse(() -> Given.NOTHING);
    }

    List<String> errors() {
        return errors;
    }

    @Override
    public void reportError(String message) {
        errors.add(message);
    }

    @Override
    public boolean errorOnUnknownArgument() {
        return false;
    }

    @Override
    public void reportWarning(String message) {
        errors.add(message);
    }

    @Override
    public scala.Option<Object> showUsageOnError() {
        return scala.Option.apply(false);
    }

    @Override
    public void terminate(Either<String, BoxedUnit> exitState) {
        throw new IllegalStateException("help and version are asked for before scopt is");
    }
}
