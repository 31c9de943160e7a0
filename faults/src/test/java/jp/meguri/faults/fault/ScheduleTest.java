package jp.meguri.faults.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {

	private static final int MECHANISMS = Mechanism.values().length;

	@Test
	void sameSeed_sameFaults() {
		assertThat(names(7, 50)).isEqualTo(names(7, 50));
		assertThat(names(7, 50)).isNotEqualTo(names(8, 50));
	}

	@Test
	void everyRound_hasEveryMechanismOnce() {
		var schedule = new Schedule(3);
		for (int round = 0; round < 3; round++) {
			var seen = EnumSet.noneOf(Mechanism.class);
			for (int i = 0; i < MECHANISMS; i++) {
				seen.add(schedule.next().mechanism());
			}
			assertThat(seen).hasSize(MECHANISMS);
		}
	}

	private static List<String> names(long seed, int count) {
		var schedule = new Schedule(seed);
		return Stream.generate(() -> schedule.next() + " then " + schedule.pause()).limit(count).toList();
	}

}
