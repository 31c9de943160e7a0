package jp.meguri.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class FailuresTest {

	@ParameterizedTest
	@ValueSource(strings = { "08003", "08006", "40001", "40P01", "53100", "53300", "55P03", "57014", "57P01", "57P03" })
	void stateThatPasses_isTransient(String state) {
		assertThat(Failures.isTransient(failure(state))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "22P02", "23505", "42P01", "42501", "P0001" })
	void stateThatStays_isNot(String state) {
		assertThat(Failures.isTransient(failure(state))).isFalse();
	}

	@Test
	void failureWithoutState_isJudgedByItsKind() {
		assertThat(Failures.isTransient(new R2dbcTimeoutException("acquire"))).isTrue();
		assertThat(Failures.isTransient(new RuntimeException(new TimeoutException()))).isTrue();
		assertThat(Failures.isTransient(new IllegalStateException("rule"))).isFalse();
	}

	@Test
	void lostRace_isOne() {
		assertThat(Failures.isLostRace(failure("40P01"))).isTrue();
		assertThat(Failures.isLostRace(failure("57014"))).isFalse();
	}

	// As the driver and Spring wrap whatever they do not know.
	private static Throwable failure(String state) {
		return new DataAccessResourceFailureException("", new R2dbcNonTransientResourceException("", state));
	}

}
