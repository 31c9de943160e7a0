package jp.meguri.evaluation.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.meguri.evaluation.release.CanonicalDocument;
import jp.meguri.evaluation.release.ReleaseDocument;
import jp.meguri.evaluation.release.ReleaseFixture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page as it is sent, without a server.
 */
class PublishedPageTest {

	/** What the page prints in other words: codes, ids, dates. */
	private static final Set<String> PRINTED_OTHERWISE = Set.of("kind", "round", "choice", "outcome", "certainty",
			"nextStep", "tags", "decisionDate", "publishAt", "month", "asOf", "id", "goal", "report", "action",
			"dimension", "slug", "role");

	static Stream<ReleaseDocument> documents() {
		return Stream.of(ReleaseFixture.finalRelease(), ReleaseFixture.initialRelease(), ReleaseFixture.ofPlanForm(),
				ReleaseFixture.withTitle("<script>alert(1)</script>"),
				ReleaseFixture.withTitle("葛\udb40\udd00 か\u3099 神"));
	}

	@ParameterizedTest
	@MethodSource("documents")
	void page_containsEveryTextOfTheRelease(ReleaseDocument document) {
		CanonicalDocument canonical = CanonicalDocument.of(document);
		Document page = page(canonical);
		List<String> shown = page.getAllElements().stream().map(Element::wholeText).toList();
		List<String> texts = textsOf(JsonMapper.shared().readTree(canonical.json()), "");
		texts.remove(document.unit().code()); // stands in the address
		assertThat(texts).isNotEmpty()
			.allSatisfy((text) -> assertThat(shown).anyMatch((element) -> element.contains(text)));
		assertThat(page.select("script, iframe, style, [onclick], [style], b")).isEmpty();
	}

	@Test
	void userText_staysText() {
		String html = html(CanonicalDocument.of(ReleaseFixture.withTitle("<img src=x onerror=alert(1)>")));
		assertThat(html).contains("&lt;img src=x onerror=alert(1)&gt;")
			.contains("&lt;b&gt;太字&lt;/b&gt; &amp; &quot;引用&quot; &#39;一重&#39; `${7*7}`")
			.doesNotContain("<img");
	}

	@Test
	void page_hasTheOfficialForm() {
		Document page = page(CanonicalDocument.of(ReleaseFixture.finalRelease()));
		assertThat(page.select("h2").eachText()).startsWith("1. 部局の使命", "2. 使命を遂行するための取り組み方針と、それに基づく取り組みの総括",
				"3. 当年度目標と目標設定に対する振り返り等", "4. 中期目標（概ね今後4年間）");
		assertThat(page.select("table.head th").eachText()).containsExactly("部局", "補職", "氏名");
		assertThat(page.select("table.annual thead th").eachText()).containsExactly("No", "当年度目標（当初設定）", "実績",
				"取組み事項及びその内容・スケジュール", "取組みを行った内容・成果", "課題・今後の方向性");
		assertThat(page.select("table.annual .plan").eachText()).containsExactly("総合計画", "基本政策");
		assertThat(page.select("table.annual ul.links").eachText()).containsExactly("1-1-① 資源循環の推進 9-9-⑨ どの版にもない施策",
				"該当なし 0");
		assertThat(page.select("table.annual h3").text()).isEqualTo("ごみの減量【重点】");
		assertThat(page.text()).contains("令和8年度（2026年度）", "第2版（実績公表）", "決裁日 令和8年11月20日", "渚環第123号", "実施済（遅れ）（令和8年10月）",
				"【新規】", "【再掲】");
		assertThat(page.select(".hash").text()).hasSize(64);
	}

	@Test
	void partsThatOnlySomeFormsHave_areNamed() {
		Document page = page(CanonicalDocument.of(ReleaseFixture.ofPlanForm()));
		assertThat(page.select("table.annual h4").eachText()).containsExactly("趣旨・目的", "今後の取組方向", "達成目標", "関係する計画等",
				"取組状況", "課題・改善点", "取組工程に対する評価", "見直し、改善事項");
		assertThat(page.select("table.annual h3").text()).isEqualTo("No.3 ごみの減量");
		assertThat(page.text()).contains("主管課：資源循環課", "関係課等：全ての課等", "ア 3校区以上");
		assertThat(page(CanonicalDocument.of(ReleaseFixture.finalRelease())).select("h4")).isEmpty();
	}

	@Test
	void initialRelease_saysThatResultsFollow() {
		Document page = page(CanonicalDocument.of(ReleaseFixture.initialRelease()));
		assertThat(page.select("td:contains(【今年度末に記載】)")).hasSize(3);
		assertThat(page.text()).doesNotContain("説明会を4校区で");
	}

	@Test
	void page_canBeReadByEverybody() {
		Document page = page(CanonicalDocument.of(ReleaseFixture.finalRelease()));
		assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ja");
		assertThat(page.select("body > a.skip[href=#main]")).hasSize(1);
		assertThat(page.select("main#main")).hasSize(1);
		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.select("th:not([scope])")).isEmpty();
		assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
		assertThat(page.select("table").eachAttr("aria-labelledby")).allSatisfy((id) -> page.getElementById(id));
		assertThat(page.select("ul > :not(li)")).isEmpty();
	}

	@Test
	void lists_nestAsTheLevelsSay() {
		Document page = page(CanonicalDocument.of(ReleaseFixture.finalRelease()));
		assertThat(page.select("table.two td:first-child > ul > li > ul > li").text())
			.isEqualTo("＊出前講座を開きます。 改行も残ります。");
	}

	private static Document page(CanonicalDocument document) {
		return Jsoup.parse(html(document));
	}

	private static String html(CanonicalDocument document) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		engine.setLinkBuilder(new PathLinks());
		return engine.process("published/sheet", new Context(Locale.JAPAN,
				Map.of("sheet", PublishedSheet.of(document, false), "otherEditions", List.of(), "newer", false)));
	}

	private static List<String> textsOf(JsonNode node, String name) {
		List<String> texts = new ArrayList<>();
		if (node.isString() && !node.stringValue().isEmpty() && !PRINTED_OTHERWISE.contains(name)) {
			texts.add(node.stringValue());
		}
		node.propertyStream().forEach((property) -> {
			if (!PRINTED_OTHERWISE.contains(property.getKey())) {
				texts.addAll(textsOf(property.getValue(), property.getKey()));
			}
		});
		if (node.isArray()) {
			node.forEach((element) -> texts.addAll(textsOf(element, name)));
		}
		return texts;
	}

}
