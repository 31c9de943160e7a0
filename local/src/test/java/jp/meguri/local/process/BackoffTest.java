package jp.meguri.local.process;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

	@Test
	void pause_doublesUpToHalfAMinute() {
		var backoff = new Backoff();

		assertThat(IntStream.range(0, 7).mapToObj((index) -> backoff.after(Duration.ofSeconds(2)).toSeconds()))
			.containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
	}

	@Test
	void pause_isShortAgain_afterALongRun() {
		var backoff = new Backoff();
		backoff.after(Duration.ofSeconds(2));
		backoff.after(Duration.ofSeconds(2));

		assertThat(backoff.after(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
	}

}
