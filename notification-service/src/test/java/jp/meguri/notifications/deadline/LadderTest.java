package jp.meguri.notifications.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import jp.meguri.notifications.deadline.Ladder.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

	private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

	@Test
	void steps_comeThirtyAndSevenDaysBefore_onTheDay_thenWeekly() {
		List<Integer> days = Stream.iterate(Ladder.first(DUE), (step) -> Ladder.after(DUE, step.days()))
			.limit(6)
			.map(Step::days)
			.toList();
		assertThat(days).containsExactly(-30, -7, 0, 7, 14, 21);
	}

	@Test
	void step_comesAtNineInTheMorningInJapan() {
		assertThat(Ladder.first(DUE).at()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
	}

	@Test
	void dueDay_includesTheDayBeforeMidnight() {
		assertThat(Ladder.dueOn(OffsetDateTime.parse("2027-01-01T00:00+09:00").toInstant())).isEqualTo(DUE);
		assertThat(Ladder.dueOn(OffsetDateTime.parse("2026-12-31T17:00+09:00").toInstant())).isEqualTo(DUE);
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-01T09:00+09:00, -30", "2026-12-24T08:59+09:00, -30", "2026-12-24T09:00+09:00, -7",
			"2026-12-31T09:00+09:00, 0", "2027-01-07T08:59+09:00, 0", "2027-01-07T09:00+09:00, 7",
			"2027-06-30T12:00+09:00, 175", "2056-12-31T12:00+09:00, 10955" })
	void latest_isTheLastStepThatHasCome(OffsetDateTime now, int days) {
		assertThat(Ladder.latest(DUE, -30, now.toInstant()).days()).isEqualTo(days);
	}

}
