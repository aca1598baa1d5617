import './app.css';
import '../shared/page/theme';
import './shell/member-app';
