package jp.meguri.evaluation.published;

import java.util.Map;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Links without a server around them. */
class PathLinks extends StandardLinkBuilder {

	@Override
	protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
		return "";
	}

	@Override
	protected String processLink(IExpressionContext context, String link) {
		return link;
	}

}
