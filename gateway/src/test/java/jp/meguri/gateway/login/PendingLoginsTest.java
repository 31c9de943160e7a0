package jp.meguri.gateway.login;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PendingLoginsTest {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/sheets/2026/0192f0c1-7a3e-7000-8000-000000000001#goal-0192f0c1",
			"/results/2026/0192f0c1?round=YEAR_END#report-1" })
	void ownPages_areTargets(String target) {
		assertThat(PendingLogins.localOrHome(target)).isEqualTo(target);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)",
			"sheets", "/a\r\nSet-Cookie: x=y", "/%2F%2Fevil.example", "/a b" })
	void everythingElse_leadsHome(String target) {
		assertThat(PendingLogins.localOrHome(target)).isEqualTo("/");
	}

}
