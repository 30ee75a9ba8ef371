package org.serviceexchange;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Names a bean after its module and class, such as {@code provider.matchContactDelegate}, so that both features may have a
 * {@code CheckPrerequisites}.
 */
class FeatureBeanNames extends AnnotationBeanNameGenerator {

    @Override
    protected String buildDefaultBeanName(BeanDefinition definition) {
        String className = definition.getBeanClassName();
        Assert.notNull(className, "a scanned bean has a class");
        String simpleName = super.buildDefaultBeanName(definition);
        String root = ClassUtils.getPackageName(FeatureBeanNames.class) + ".";
        String inModule = className.startsWith(root) ? className.substring(root.length()) : "";
        int end = inModule.indexOf('.');
        return end < 0 ? simpleName : inModule.substring(0, end) + "." + simpleName;
    }
}
