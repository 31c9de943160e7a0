package jp.meguri.logging;

import io.r2dbc.spi.R2dbcException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A failure as a log line may tell it: messages can quote what people wrote, names of
 * classes and SQL states cannot.
 */
public final class Causes {

	private static final int DEEPEST = 6;

	private Causes() {
	}

	/** From the outermost to the root: {@code MailSendException < ConnectException}. */
	public static String of(Throwable failure) {
		return Stream.iterate(failure, (one) -> one != null, Throwable::getCause)
			.limit(DEEPEST)
			.map((one) -> one.getClass().getSimpleName() + state(one))
			.collect(Collectors.joining(" < "));
	}

	/** One failure, by the full name of its class. */
	static String named(Throwable failure) {
		return failure.getClass().getName() + state(failure);
	}

	private static String state(Throwable failure) {
		return (failure instanceof R2dbcException database && database.getSqlState() != null)
				? " [" + database.getSqlState() + "]" : "";
	}

}
