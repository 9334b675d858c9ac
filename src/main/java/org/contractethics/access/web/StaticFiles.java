package org.contractethics.access.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Files that come with the application, each folder at an address of its own. Not everything below {@code /}, as is usual: each link of
 * each page would be looked for among the files.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final CacheControl FOR_A_YEAR = CacheControl.maxAge(Duration.ofDays(365));

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        own(registry, "/app/");
        own(registry, "/vendor/");
        own(registry, "/speak/static/");
        library(registry, "/webjars/");
        library(registry, "/_static/");
    }

    /** The version stands in the address. */
    private static void library(ResourceHandlerRegistry registry, String folder) {
        registry.addResourceHandler(folder + "**")
                .addResourceLocations("classpath:/META-INF/resources" + folder)
                .setCacheControl(FOR_A_YEAR)
                .resourceChain(true);
    }

    /** Their addresses hold a hash of their content, so browsers never show an old one. */
    private static void own(ResourceHandlerRegistry registry, String folder) {
        registry.addResourceHandler(folder + "**")
                .addResourceLocations("classpath:/static" + folder)
                .setCacheControl(FOR_A_YEAR)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
