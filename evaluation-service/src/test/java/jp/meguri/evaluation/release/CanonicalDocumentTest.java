package jp.meguri.evaluation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalDocumentTest {

	@Test
	void partsThatAGoalDoesNotHave_areAbsent_andReadAsEmpty() {
		CanonicalDocument department = CanonicalDocument.of(ReleaseFixture.finalRelease());
		assertThat(department.json()).doesNotContain("progress", "processEvaluation", "targets", "responsible");
		assertThat(CanonicalDocument.read(department.json())).isEqualTo(ReleaseFixture.finalRelease());
		CanonicalDocument plan = CanonicalDocument.of(ReleaseFixture.ofPlanForm());
		assertThat(CanonicalDocument.read(plan.json())).isEqualTo(ReleaseFixture.ofPlanForm());
	}

	@Test
	void sameDocument_hasTheHashWrittenDownHere() {
		// A published hash must come out again in every later version; this is a
		// contract.
		assertThat(CanonicalDocument.of(ReleaseFixture.finalRelease()).sha256())
			.isEqualTo("dc1404bb4552c3af978615b28268dd3e8bb4560c5ac27c192e6b80a794286320");
		assertThat(CanonicalDocument.of(ReleaseFixture.initialRelease()).sha256())
			.isEqualTo("e2fb50c820919975ecee952f176c9277d15576fcf3541b997dcca905a0462e11");
	}

	@Test
	void canonicalText_doesNotDependOnOrderOrSpace() {
		assertThat(CanonicalDocument.canonical("{ \"b\" : 1,\n \"a\" : [ \"い\", \"ろ\" ] }"))
			.isEqualTo("{\"a\":[\"い\",\"ろ\"],\"b\":1}");
	}

	@Test
	void document_isReadBackWithoutLoss() {
		ReleaseDocument document = ReleaseFixture.finalRelease();
		CanonicalDocument canonical = CanonicalDocument.of(document);
		assertThat(CanonicalDocument.read(canonical.json())).isEqualTo(document);
		assertThat(CanonicalDocument.of(CanonicalDocument.read(canonical.json()))).isEqualTo(canonical);
	}

	@ParameterizedTest
	@ValueSource(strings = { "神", "神", "か\u3099", "葛\udb40\udd00", "𠮷", "①㈱㍻ 〜～ −－", "\u202e右から\u202c", "tab\tと\n改行",
			"</script><b>&amp;" })
	void text_keepsItsBytes(String text) {
		CanonicalDocument canonical = CanonicalDocument.of(ReleaseFixture.withTitle(text));
		assertThat(CanonicalDocument.read(canonical.json()).annualGoals().get(0).title()).isEqualTo(text);
		assertThat(canonical.bytes()).isEqualTo(canonical.json().getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void changedText_isNoticed() {
		CanonicalDocument canonical = CanonicalDocument.of(ReleaseFixture.finalRelease());
		assertThat(canonical.isIntact()).isTrue();
		assertThat(new CanonicalDocument(canonical.json().replace("ごみ", "ゴミ"), canonical.sha256()).isIntact())
			.isFalse();
	}

}
