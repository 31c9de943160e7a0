package jp.meguri.database;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Which failures pass by themselves.
 */
public final class Failures {

	// serialization failure, deadlock
	private static final Set<String> LOST_RACE = Set.of("40001", "40P01");

	// lock not available, statement timeout, shutdown of the server, read-only while
	// failing over; whole classes below: connection (08), out of connections, disk or
	// memory (53), files (58)
	private static final Set<String> TRANSIENT = Set.of("55P03", "57014", "57P01", "57P02", "57P03", "57P05", "25006");

	private Failures() {
	}

	/**
	 * Whether the same work may succeed later without anybody mending anything: lost
	 * connections, timeouts, lost races, a database that is starting or full.
	 */
	public static boolean isTransient(Throwable failure) {
		String state = sqlState(failure);
		// The driver calls every state it does not know a resource failure.
		return state.isEmpty() ? anyCause(failure, Failures::isTransientItself) : isTransientState(state);
	}

	/** Whether the database chose this transaction to give way to another. */
	static boolean isLostRace(Throwable failure) {
		return LOST_RACE.contains(sqlState(failure));
	}

	private static boolean isTransientItself(Throwable cause) {
		return cause instanceof R2dbcTransientException || cause instanceof R2dbcNonTransientResourceException
				|| cause instanceof TransientDataAccessException || cause instanceof DataAccessResourceFailureException
				|| cause instanceof CannotCreateTransactionException || cause instanceof TimeoutException
				|| cause instanceof IOException;
	}

	private static boolean isTransientState(String state) {
		return state.startsWith("08") || state.startsWith("53") || state.startsWith("58") || LOST_RACE.contains(state)
				|| TRANSIENT.contains(state);
	}

	/** What the database said, if it was the database. */
	private static String sqlState(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof R2dbcException database && database.getSqlState() != null) {
				return database.getSqlState();
			}
		}
		return "";
	}

	private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (test.test(cause)) {
				return true;
			}
		}
		return false;
	}

}
