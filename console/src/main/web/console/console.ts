import '@vaadin/vaadin-lumo-styles/lumo.css';
import './console.css';
import '../shared/page/theme';
import './shell/console-app';
