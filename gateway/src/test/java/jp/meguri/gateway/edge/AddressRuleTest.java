package jp.meguri.gateway.edge;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressRuleTest {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api/me", "/api/goals/sheets/2026/0192f0c1-7a3e-7000-8000-000000000001",
			"/published/nagisa/2026/civic-collab", "/assets/index-B3f_9aZ.js", "/api/docs/goals.json", "/a~b" })
	void plainAddresses_pass(String path) {
		assertThat(AddressRule.isPlain(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "api/me", "//api/me", "/api//me", "/api/me/", "/api/./me", "/api/../me", "/api/..;/me",
			"/api/me;x=1", "/;x=1/api/me", "/api/%2e%2e/me", "/api%2Fme", "/api%252fme", "/api/me%3B", "/api/me%00",
			"/api/me.", "/api/.me", "/api/...", "/api/me\\", "/api\\..\\me", "/api/%5c", "/api/%c0%ae", "/api/／me",
			"/api/me ", "/api/m|e", "/api/m@e", "/api/m:e", "/api/m*e", "/api/m,e", "/api/日本", "/api/me\u0000",
			"/api/me\r\nX: y", "/api/{id}" })
	void tricks_doNotPass(String path) {
		assertThat(AddressRule.isPlain(path)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1001, 100_000 })
	void endlessAddresses_doNotPass(int length) {
		assertThat(AddressRule.isPlain("/" + "a".repeat(length))).isFalse();
	}

}
