package dev.lodestone.points;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * Sorts test classes by their {@link Order}, then by name, so that they run in one order everywhere. The framework
 * keeps this order among the classes of one profile.
 */
public final class TestClassOrder implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparingInt(TestClassOrder::place)
                        .thenComparing(descriptor -> descriptor.getTestClass().getName()));
    }

    private static int place(ClassDescriptor descriptor) {
        return descriptor.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}
