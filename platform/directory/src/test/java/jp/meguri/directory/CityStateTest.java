package jp.meguri.directory;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CityStateTest {

	private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

	@Test
	void copy_isFreshForTenMinutes() {
		assertThat(new CityState(1, NOW.minusSeconds(599)).isFresh(NOW)).isTrue();
		assertThat(new CityState(1, NOW.minusSeconds(600)).isFresh(NOW)).isFalse();
		assertThat(new CityState(1, null).isFresh(NOW)).isFalse();
		assertThat(CityState.UNKNOWN.isFresh(NOW)).isFalse();
	}

}
