package jp.meguri.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTest {

	@Test
	void length_isMinutesOfFaults() {
		var options = of("--seed", "7", "--minutes", "1.5");
		assertThat(options.seed()).isEqualTo(7);
		assertThat(options.length()).isEqualTo(Duration.ofSeconds(90));
		assertThat(options.faults()).isEqualTo(Integer.MAX_VALUE);
	}

	@Test
	void aNumberOfFaults_takesAsLongAsItTakes() {
		var options = of("--faults", "5", "--seed", "7");
		assertThat(options.faults()).isEqualTo(5);
		assertThat(options.length()).isGreaterThan(Duration.ofHours(1));
	}

	@Test
	void anythingElse_isRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> of("--seed"));
		assertThatIllegalArgumentException().isThrownBy(() -> of("--fault", "5"));
		assertThatIllegalArgumentException().isThrownBy(() -> of("--faults", "five"));
	}

	private static Options of(String... arguments) {
		return Options.of(List.of(arguments), Path.of("project"), Path.of("home"));
	}

}
